using BlazorChat.Web.Data;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Secret, SecretConfiguration>]
[assembly: ModelPart<DataProtectionKey, DataProtectionKeyConfiguration>]

namespace BlazorChat.Web.Data;

internal sealed class SecretConfiguration : IEntityTypeConfiguration<Secret>
{
    public void Configure(EntityTypeBuilder<Secret> secret) => secret.ToTable("secrets").HasKey(s => s.Name);
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.ToTable("data_protection_keys").HasKey(k => k.Id);
}
