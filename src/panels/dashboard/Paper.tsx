/** Panels on paper: ink on white, whatever theme the screen has. */
import { css } from '@emotion/css';
import { createTheme, type GrafanaTheme2, ThemeContext } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { createContext, useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const Printed = createContext(false);

/** Whether the panel is being printed: what is drawn pixel by pixel is then drawn finer. */
export const useOnPaper = () => useContext(Printed);

/** The colour behind a panel: the page's own where the panel is transparent, but paper is white. */
export function useSurface(transparent: boolean): string {
  const { background } = useTheme2().colors;
  const isPrinted = useOnPaper();
  return transparent && !isPrinted ? background.canvas : background.primary;
}

/** Style of what only a pointer calls up: on paper it would cover what it explains. */
export const ON_SCREEN_ONLY = { '@media print': { display: 'none' } } as const;

interface PaperProps {
  /** Pixels of the panel, as the height. */
  width: number;
  height: number;
  children: React.ReactNode;
}

/** The root of a panel. While the page is printed, everything in it takes the light theme and stands on a white sheet. */
export function Paper({ width, height, children }: PaperProps) {
  const screen = useTheme2();
  const isPrinted = usePrinting();
  return (
    <Printed.Provider value={isPrinted}>
      <ThemeContext.Provider value={isPrinted ? inkOnWhite() : screen}>
        <Sheet width={width} height={height}>
          {children}
        </Sheet>
      </ThemeContext.Provider>
    </Printed.Provider>
  );
}

function Sheet({ width, height, children }: PaperProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.sheet} style={{ width, height }}>
      {children}
    </div>
  );
}

let light: GrafanaTheme2 | undefined;

const inkOnWhite = (): GrafanaTheme2 => (light ??= createTheme({ colors: { mode: 'light' } }));

/** True from just before the page is laid out for paper until that is done, and where the medium is paper from the start. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(() => window.matchMedia('print').matches);
  useEffect(() => {
    const paper = window.matchMedia('print');
    // At once: the browser lays the page out as soon as the event is over.
    const begin = () => flushSync(() => setPrinting(true));
    const follow = () => flushSync(() => setPrinting(paper.matches));
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', follow);
    paper.addEventListener('change', follow);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', follow);
      paper.removeEventListener('change', follow);
    };
  }, []);
  return isPrinting;
}

const getStyles = (theme: GrafanaTheme2) => ({
  sheet: css({
    '@media print': {
      background: theme.colors.background.primary,
      // Grafana leaves this much around a panel: white, too, so that no words touch the edge of a dark page.
      boxShadow: `0 0 0 ${theme.spacing(1)} ${theme.colors.background.primary}`,
      color: theme.colors.text.primary,
      // Browsers leave backgrounds out: without its own, a panel would stand on whatever is behind it.
      printColorAdjust: 'exact',
      '& *': { scrollbarWidth: 'none' },
    },
  }),
});
