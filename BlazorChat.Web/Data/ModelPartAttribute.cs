using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data;

/// <summary>
/// Names a class that describes a part of the database, so that it is found without a look at every class of the program: that
/// would load them all, and every library which they use.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal abstract class ModelPartAttribute : Attribute
{
    public abstract void AddTo(ModelBuilder builder);
}

/// <inheritdoc/>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class ModelPartAttribute<TEntity, TConfiguration> : ModelPartAttribute
    where TEntity : class
    where TConfiguration : IEntityTypeConfiguration<TEntity>, new()
{
    public override void AddTo(ModelBuilder builder) => builder.ApplyConfiguration(new TConfiguration());
}
