import { createTheme, ThemeContext } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { Paper, useOnPaper, useSurface } from './Paper';

const DARK = createTheme({ colors: { mode: 'dark' } });

function Panel() {
  const { isDark } = useTheme2();
  const surface = useSurface(true);
  return <p>{`${isDark ? 'dark' : 'light'} on ${surface}, ${useOnPaper() ? 'paper' : 'screen'}`}</p>;
}

const show = () =>
  render(
    <ThemeContext.Provider value={DARK}>
      <Paper width={300} height={200}>
        <Panel />
      </Paper>
    </ThemeContext.Provider>
  );

const tell = (name: 'beforeprint' | 'afterprint') => act(() => void window.dispatchEvent(new Event(name)));

it('a panel of a dark dashboard is printed as ink on white paper, and is dark again afterwards', () => {
  show();
  expect(screen.getByText(`dark on ${DARK.colors.background.canvas}, screen`)).toBeVisible();
  tell('beforeprint');
  expect(screen.getByText('light on #ffffff, paper')).toBeVisible();
  tell('afterprint');
  expect(screen.getByText(`dark on ${DARK.colors.background.canvas}, screen`)).toBeVisible();
});

it('what is first drawn for paper is ink on white from the start', () => {
  const print = jest.spyOn(window, 'matchMedia').mockReturnValue({
    matches: true,
    addEventListener: jest.fn(),
    removeEventListener: jest.fn(),
  } as unknown as MediaQueryList);
  show();
  expect(screen.getByText('light on #ffffff, paper')).toBeVisible();
  print.mockRestore();
});

it('a panel that has gone does not follow the printer any more', () => {
  const { unmount } = show();
  unmount();
  expect(() => tell('beforeprint')).not.toThrow();
});
