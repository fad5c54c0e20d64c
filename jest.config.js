// Days must not depend on where the tests run.
process.env.TZ = 'UTC';

const scaffold = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');

const transform = {
  '^.+\\.mjs$': scaffold.transform['^.+\\.(t|j)sx?$'],
  ...scaffold.transform,
};
const transformIgnorePatterns = [nodeModulesToTransform([...grafanaESModules, '@grafana/i18n'])];
const common = { transform, transformIgnorePatterns };

module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...scaffold,
      ...common,
      displayName: 'browser',
      roots: ['<rootDir>/src'],
    },
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      roots: ['<rootDir>/ledger', '<rootDir>/alerts', '<rootDir>/dashboards', '<rootDir>/demo', '<rootDir>/package', '<rootDir>/tests'],
      testMatch: ['**/*.test.ts'],
    },
  ],
};
