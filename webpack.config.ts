/**
 * Grafana's scaffolded build, extended: one shim for packages that want `react/jsx-runtime` (Grafana 12.2 does not
 * share it), logos of the nested plugins, dashboards, and the status words that all plugins say alike.
 */
import CopyWebpackPlugin from 'copy-webpack-plugin';
import fs from 'fs';
import path from 'path';
import type { Configuration } from 'webpack';
import { mergeWithCustomize, unique } from 'webpack-merge';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config';
import { ledgerSql } from './ledger/script';

const root = __dirname;
const NESTED = ['datasource', 'panels/phase-gauge', 'panels/risk-heatmap'];

/** A plugin's own translations together with the shared ones of src/status/locales. */
function withStatusWords(content: Buffer, file: string): string {
  const language = path.basename(path.dirname(file));
  const shared = JSON.parse(fs.readFileSync(path.join(root, 'src', 'status', 'locales', `${language}.json`), 'utf8'));
  return JSON.stringify({ ...JSON.parse(content.toString()), ...shared });
}

const config = async (env: Env): Promise<Configuration> => {
  const base = await grafanaConfig(env);
  return mergeWithCustomize<Configuration>({
    // The scaffold copies every JSON file of src as it is; ours says which.
    customizeArray: unique('plugins', ['CopyPlugin'], (plugin) => plugin?.constructor.name),
    customizeObject: undefined,
  })(
    {
      ...base,
      externals: (base.externals as unknown[]).filter(
        (name) => name !== 'react/jsx-runtime' && name !== 'react/jsx-dev-runtime'
      ) as Configuration['externals'],
    },
    {
      resolve: {
        alias: {
          'react/jsx-runtime$': path.join(root, 'src', 'jsx-runtime.ts'),
          // A test language of Grafana's own, loaded lazily: nested plugins cannot load lazily, and nobody reads it.
          'i18next-pseudo$': false,
        },
      },
      module: { rules: [{ test: /@grafana[\\/]i18n[\\/]/, parser: { dynamicImportMode: 'eager' } }] },
      performance: { hints: false },
      cache: false,
      plugins: [
        new CopyWebpackPlugin({
          patterns: [
            { from: 'README.md', to: '.', force: true },
            { from: '../CHANGELOG.md', to: '.', force: true },
            { from: '../LICENSE', to: '.' },
            { from: '../plugin.json', to: '.' },
            { from: 'img', to: 'img' },
            { from: '../dashboards/json', to: 'dashboards', noErrorOnMissing: true },
            { from: '../dashboards/examples/json', to: 'examples' },
            ...NESTED.flatMap((folder) => [
              { from: `${folder}/plugin.json`, to: folder },
              { from: `${folder}/img`, to: `${folder}/img` },
              { from: `${folder}/README.md`, to: folder, noErrorOnMissing: true },
            ]),
            // The script of the ledger's schema, which is made and not copied.
            { from: '../ledger/script.ts', to: 'datasource/ledger.sql', toType: 'file', transform: ledgerSql },
            ...['.', ...NESTED].map((folder) => ({
              from: `${folder}/locales/*/*.json`,
              to: '[path][name][ext]',
              transform: withStatusWords,
            })),
          ],
        }),
      ],
    }
  );
};

export default config;
