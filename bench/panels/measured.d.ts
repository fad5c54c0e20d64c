/** The panel that the page is built for: see build.ts. */
declare module 'measured-panel' {
  import type { PanelPlugin } from '@grafana/data';
  export const plugin: PanelPlugin;
}
declare module 'measured-words' {
  const words: Record<string, unknown>;
  export default words;
}
