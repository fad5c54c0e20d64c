/** The plugins that lie in `dist/`, and the dashboards that were built. */
import fs from 'node:fs';
import path from 'node:path';
import { NAMES } from '../../dashboards/language';

export interface PluginOnDisk {
  id: string;
  type: 'app' | 'datasource' | 'panel';
  /** Absolute path of the folder with plugin.json. */
  folder: string;
  manifest: Record<string, any>;
}

export interface DashboardOnDisk {
  uid: string;
  title: string;
  description: string;
  language: string;
  /** Whether it shows invented data of its own, and not the ledger. */
  example: boolean;
  file: string;
}

/** Every plugin under `dist` whose module was built. */
export function pluginsIn(dist: string): PluginOnDisk[] {
  return foldersWith(dist, 'plugin.json')
    .filter((folder) => fs.existsSync(path.join(folder, 'module.js')))
    .map((folder) => {
      const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'plugin.json'), 'utf8'));
      return { id: manifest.id, type: manifest.type, folder, manifest };
    });
}

/** The dashboards in `<folder>/<language>/*.json`, in the order of the product's navigation, then by name. */
export function dashboardsIn(folder: string, example = false): DashboardOnDisk[] {
  return subfolders(folder).flatMap((at) =>
    fs
      .readdirSync(at)
      .filter((name) => name.endsWith('.json'))
      .sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b))
      .map((name) => {
        const file = path.join(at, name);
        const { uid, title, description = '' } = JSON.parse(fs.readFileSync(file, 'utf8'));
        return { uid, title, description, language: path.basename(at), example, file };
      })
  );
}

const placeOf = (file: string): number => NAMES.findIndex((name) => file === `${name}.json`);

function foldersWith(folder: string, file: string): string[] {
  const here = fs.existsSync(path.join(folder, file)) ? [folder] : [];
  return [...here, ...subfolders(folder).flatMap((inner) => foldersWith(inner, file))];
}

const subfolders = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => path.join(folder, entry.name))
    : [];
