import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        globalSetup: './test/support/shared-server.ts',
        include: ['test/**/*.test.ts'],
        // Only ends what would never end; far beyond what the slowest machine takes.
        testTimeout: 300_000,
        hookTimeout: 300_000,
        maxWorkers: 2,
    },
});
