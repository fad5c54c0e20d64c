import { defineConfig } from 'eslint/config';
import baseConfig from './.config/eslint.config.mjs';

export default defineConfig([
  {
    ignores: [
      '**/logs',
      '**/*.log',
      '**/npm-debug.log*',
      '**/node_modules/',
      '**/pids',
      '**/*.pid',
      '**/*.seed',
      '**/*.pid.lock',
      '**/lib-cov',
      '**/coverage',
      '**/dist/',
      'demo/build/',
      'test-results/',
      'playwright-report/',
      'blob-report/',
      'playwright/.cache/',
      'playwright/.auth/',
      '**/.idea',
      '**/.eslintcache',
      '.config/',
    ],
  },
  ...baseConfig,
  // Grafana's rules name only src; ours hold for the tools and the tests too.
  { files: ['**/*.ts', '**/*.tsx'] },
  // No React there; `useTestLedger` is no hook.
  { files: ['ledger/**', 'alerts/**', 'tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  // Each module that is declared there imports its types itself.
  { files: ['**/*.d.ts'], rules: { 'no-duplicate-imports': 'off' } },
  // The demo shares moment with the plugins, as Grafana does.
  { files: ['demo/page/grafana/sharedModules.ts'], rules: { 'no-restricted-imports': 'off' } },
]);
