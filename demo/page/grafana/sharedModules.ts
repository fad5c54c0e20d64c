/**
 * The modules that Grafana 12.2 lends to its plugins. `react/jsx-runtime` is not among them: a plugin that wants it would
 * fail there, and so it fails here.
 */
import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as data from '@grafana/data';
import * as runtime from '@grafana/runtime';
import * as ui from '@grafana/ui';
import * as i18next from 'i18next';
import lodash from 'lodash';
import moment from 'moment';
import React from 'react';
import ReactDOM from 'react-dom';
import * as reactRouter from 'react-router';
import * as rxjs from 'rxjs';
import * as operators from 'rxjs/operators';

type System = {
  constructor: { prototype: { resolve: (id: string, parent?: string) => string } };
  set: (id: string, module: unknown) => void;
  import: (id: string) => Promise<Record<string, any>>;
};

const SHARED: Record<string, unknown> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': data,
  '@grafana/runtime': runtime,
  '@grafana/ui': ui,
  i18next,
  lodash,
  moment,
  react: React,
  'react-dom': ReactDOM,
  'react-router': reactRouter,
  rxjs,
  'rxjs/operators': operators,
};

const idOf = (name: string) => `shared:${name}`;
const system = () => (window as unknown as { System: System }).System;

/** Puts the shared modules where SystemJS finds them by their names. */
export function shareModules() {
  const { prototype } = system().constructor;
  const resolve = prototype.resolve;
  prototype.resolve = function (id, parent) {
    if (id in SHARED) {
      return idOf(id);
    }
    if (/^[@a-z]/.test(id) && !id.includes(':')) {
      throw new Error(`A plugin wants the module "${id}", which Grafana 12.2 does not share: bundle it into the plugin.`);
    }
    return resolve.call(this, id, parent);
  };
  for (const [name, module] of Object.entries(SHARED)) {
    system().set(idOf(name), { default: module, __useDefault: true });
  }
}

/** Loads a plugin's module.js and answers what it exports. */
export async function importModule(url: string): Promise<Record<string, any>> {
  const module = await system().import(new URL(url, window.location.origin).toString());
  return module.__useDefault ? module.default : module;
}
