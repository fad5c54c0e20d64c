/** Builds the demo's page with esbuild: everything that Grafana itself would bring, from its Apache-licensed packages. */
import { build, type Plugin, stop } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';

const MODULES = path.resolve(__dirname, '..', '..', 'node_modules');

/** Packages whose own sub-dependencies differ must still be one instance in the page, or React contexts are not shared. */
const ONE_INSTANCE = ['react', 'react-dom', 'rxjs', 'i18next', 'react-i18next', '@emotion/css', '@emotion/react'];

/** What @grafana/runtime lets only its host set lies in files that its index does not export. */
const RUNTIME_INTERNALS = Object.fromEntries(
  ['PluginPage', 'PanelDataErrorView'].map((name) => [
    `grafana-runtime/${name}`,
    path.join(MODULES, '@grafana', 'runtime', 'dist', 'esm', 'components', `${name}.mjs`),
  ])
);

/** Writes index.html, start.js and what it loads into `folder`. @throws Error with the first of esbuild's complaints. */
export async function buildPage(folder: string): Promise<void> {
  fs.rmSync(folder, { recursive: true, force: true });
  const common = { bundle: true, minify: true, logLevel: 'silent', target: 'es2022', outdir: folder } as const;
  await build({
    ...common,
    entryPoints: { start: path.join(__dirname, 'start.ts'), host: path.join(__dirname, 'host.tsx') },
    format: 'esm',
    splitting: true,
    jsx: 'transform',
    keepNames: true,
    plugins: [oneInstance, tableDefaults],
    // The parser's build for browsers, which has no `Buffer`.
    alias: { ...RUNTIME_INTERNALS, 'csv-parse/sync': path.join(MODULES, 'csv-parse', 'dist', 'esm', 'sync.js') },
    loader: { '.svg': 'file', '.ttf': 'file', '.woff': 'file', '.woff2': 'file', '.gif': 'file', '.png': 'file' },
    // `define`: packages that speak AMD too must not take SystemJS for their loader.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'window', define: 'undefined' },
  });
  await build({
    ...common,
    entryPoints: { system: path.join(__dirname, 'grafana', 'system.ts') },
    format: 'iife',
  });
  fs.copyFileSync(path.join(__dirname, 'index.html'), path.join(folder, 'index.html'));
  await stop();
}

const oneInstance: Plugin = {
  name: 'one-instance',
  setup({ onResolve, resolve }) {
    const pattern = new RegExp(`^(${ONE_INSTANCE.map((name) => name.replace('/', '\\/')).join('|')})(/.*)?$`);
    onResolve({ filter: pattern }, ({ path: wanted, kind, pluginData }) =>
      pluginData === 'resolved' ? undefined : resolve(wanted, { kind, resolveDir: path.dirname(MODULES), pluginData: 'resolved' })
    );
  },
};

/** @grafana/scenes builds tables with defaults that @grafana/schema 12.4 no longer says; the demo does not ask for them. */
const tableDefaults: Plugin = {
  name: 'table-defaults',
  setup({ onLoad }) {
    onLoad({ filter: /table[\\/]panelcfg[\\/]x[\\/]types\.gen\.mjs$/ }, ({ path: file }) => ({
      contents: `${fs.readFileSync(file, 'utf8')}\nexport const defaultOptions = {};\n`,
    }));
  },
};
