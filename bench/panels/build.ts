/** Builds the page on which panels are measured: a panel as Grafana mounts it, and nothing else. */
import { build, type Plugin, stop } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '..', '..');
const MODULES = path.join(PROJECT, 'node_modules');

export type MeasuredPanel = 'phase-gauge' | 'risk-heatmap';

/** Packages whose own sub-dependencies differ must still be one instance in the page, or React contexts are not shared. */
const ONE_INSTANCE = ['react', 'react-dom', 'rxjs', 'i18next', 'react-i18next', '@emotion/css', '@emotion/react'];

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Panels</title>
    <link rel="stylesheet" href="/page.css" />
    <script>window.grafanaBootData = { user: {}, settings: { buildInfo: {}, featureToggles: {} }, navTree: [], assets: { dark: '', light: '' } };</script>
    <script type="module" src="/page.js"></script>
  </head>
  <body style="margin: 0"><main id="page"></main></body>
</html>
`;

/** Writes index.html and what it loads into `folder`. @throws Error with the first of esbuild's complaints. */
export async function buildPage(folder: string, panel: MeasuredPanel): Promise<void> {
  const source = path.join(PROJECT, 'src', 'panels', panel);
  const { id }: { id: string } = JSON.parse(fs.readFileSync(path.join(source, 'plugin.json'), 'utf8'));
  fs.mkdirSync(folder, { recursive: true });
  await build({
    bundle: true,
    minify: true,
    logLevel: 'silent',
    target: 'es2022',
    format: 'esm',
    splitting: true,
    jsx: 'transform',
    outdir: folder,
    entryPoints: { page: path.join(__dirname, 'page.tsx') },
    plugins: [oneInstance],
    alias: {
      'measured-panel': path.join(source, 'module.ts'),
      'measured-words': path.join(source, 'locales', 'zh-Hans', `${id}.json`),
    },
    loader: Object.fromEntries(
      ['.svg', '.ttf', '.woff', '.woff2', '.gif', '.png'].map((ending) => [ending, 'file' as const])
    ),
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env': '{}',
      global: 'window',
      PANEL_ID: JSON.stringify(id),
    },
  });
  fs.writeFileSync(path.join(folder, 'index.html'), HTML);
  await stop();
}

const oneInstance: Plugin = {
  name: 'one-instance',
  setup({ onResolve, resolve }) {
    onResolve({ filter: new RegExp(`^(${ONE_INSTANCE.join('|')})(/.*)?$`) }, ({ path: wanted, kind, pluginData }) =>
      pluginData === 'resolved'
        ? undefined
        : resolve(wanted, { kind, resolveDir: path.dirname(MODULES), pluginData: 'resolved' })
    );
  },
};
