/** In the browser: mounts one panel on fixed frames and lets the bench change its data. `/?theme=light&language=zh-Hans`. */
import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import {
  applyFieldOverrides,
  createTheme,
  type DataFrame,
  type DataFrameJSON,
  dataFrameFromJSON,
  dateTime,
  EventBusSrv,
  type FieldConfigSource,
  getDefaultTimeRange,
  LoadingState,
  type PanelPlugin,
  type PanelProps,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  ThemeContext,
} from '@grafana/data';
import { setTemplateSrv } from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import i18next from 'i18next';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { initReactI18next } from 'react-i18next';
import words from 'measured-words';
import statusChinese from '../../src/status/locales/zh-Hans.json';

/** Set by the build. */
declare const PANEL_ID: string;

export interface Mounted {
  width: number;
  height: number;
  frames: DataFrameJSON[];
  options?: object;
  fieldConfig?: FieldConfigSource;
  /** Latest day of the time range. */
  asOf?: string;
  state?: LoadingState;
  error?: string;
}

const asked = new URLSearchParams(window.location.search);
const theme = createTheme({ colors: { mode: asked.get('theme') === 'light' ? 'light' : 'dark' } });
const language = asked.get('language') ?? 'en-US';
const events = new EventBusSrv();
const replace = (text: string) => text;
const NO_CONFIG: FieldConfigSource = { defaults: {}, overrides: [] };
let plugin: PanelPlugin;
// One element, so that a panel's new data does not make it anew: it is none of the panel's work.
const GLOBAL = <GlobalStyles />;
const root = createRoot(document.getElementById('page')!);

/** Renders at once, so that the time of a call is the time of the drawing's script. */
function mount(mounted: Mounted) {
  flushSync(() => root.render(<Shown {...mounted} />));
}

function Shown({ width, height, frames, options = {}, fieldConfig, asOf = '2026-10-31', state, error }: Mounted) {
  const Panel = plugin.panel!;
  const series = useFrames(frames, fieldConfig ?? NO_CONFIG);
  const timeRange = { ...getDefaultTimeRange(), to: dateTime(`${asOf}T23:59:59Z`) };
  const props = {
    id: 1,
    title: '',
    data: { series, state: state ?? LoadingState.Done, timeRange, errors: error ? [{ message: error }] : undefined },
    timeRange,
    timeZone: 'utc',
    options,
    fieldConfig: fieldConfig ?? NO_CONFIG,
    transparent: false,
    width,
    height,
    renderCounter: 0,
    eventBus: events,
    replaceVariables: replace,
    onOptionsChange: () => {},
    onFieldConfigChange: () => {},
    onChangeTimeRange: () => {},
  } as unknown as PanelProps;
  return (
    <ThemeContext.Provider value={theme}>
      {GLOBAL}
      <div style={{ width, height, padding: 0, background: theme.colors.background.primary }}>
        <Panel {...props} />
      </div>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

function useFrames(frames: DataFrameJSON[], fieldConfig: FieldConfigSource): DataFrame[] {
  return React.useMemo(
    () =>
      applyFieldOverrides({
        data: frames.map(dataFrameFromJSON),
        fieldConfig,
        fieldConfigRegistry: plugin.fieldConfigRegistry,
        replaceVariables: replace,
        theme,
        timeZone: 'utc',
      }),
    [frames, fieldConfig]
  );
}

/** Runs `act`, a function's body with the frame's number `i`, in every frame, and tells how long `count` frames took. */
function framesDuring(act: string, count: number): Promise<number[]> {
  const step = new Function('i', act);
  const lengths: number[] = [];
  let before = 0;
  return new Promise((done) => {
    const onFrame = (now: number) => {
      if (before > 0) {
        lengths.push(now - before);
      }
      before = now;
      if (lengths.length === count) {
        return done(lengths);
      }
      step(lengths.length);
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
}

async function start() {
  document.documentElement.lang = language;
  standardEditorsRegistry.setInit(() => []);
  standardFieldConfigEditorRegistry.setInit(() => []);
  setTemplateSrv({
    getVariables: () => [],
    replace,
    containsTemplate: () => false,
    updateTimeRange: () => {},
  } as never);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en-US',
    supportedLngs: ['en-US', 'zh-Hans'],
    resources: {
      'zh-Hans': { [PANEL_ID]: { ...words, ...statusChinese } },
      'en-US': { bench: {} },
    },
    returnEmptyString: false,
    showSupportNotice: false,
  });
  ({ plugin } = await import('measured-panel'));
  Object.assign(window, { mount, framesDuring });
}

void start();
