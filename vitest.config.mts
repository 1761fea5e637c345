import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One processor would be left out; these tests wait for disks and sockets, and the next one may run meanwhile.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Properties go through thousands of cases, on machines that may be busy.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          // Processes instead of threads: these tests open sockets and load the native SQLite module.
          pool: 'forks',
          // Real servers and real files, on machines that may be busy.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'adversarial',
          include: ['test/adversarial/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
