import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2 } from '@grafana/ui';
import React, { useEffect, useLayoutEffect, useRef } from 'react';

export type ListForm = 'side' | 'bottom' | 'popover';

/** Beside a wide heatmap, below a tall one, over a small one. */
export function listForm(width: number, height: number): ListForm {
  return width >= 560 && height >= 200 ? 'side' : width >= 280 && height >= 480 ? 'bottom' : 'popover';
}

export function listSize(form: ListForm, width: number, height: number): { width: number; height: number } {
  switch (form) {
    case 'side':
      return { width: Math.min(Math.max(width * 0.34, 260), 440), height };
    case 'bottom':
      return { width, height: Math.round(height * 0.44) };
    case 'popover':
      return { width: 340, height: 380 };
  }
}

interface ListFrameProps {
  form: ListForm;
  width: number;
  height: number;
  /** What a popover stands over. */
  anchor: React.RefObject<HTMLElement | null>;
  onClose: () => void;
}

export function ListFrame({ form, width, height, anchor, onClose, children }: React.PropsWithChildren<ListFrameProps>) {
  const styles = useStyles2(getStyles);
  if (form === 'popover') {
    return (
      <Popover width={width} height={height} anchor={anchor} onClose={onClose}>
        {children}
      </Popover>
    );
  }
  return (
    <div className={form === 'side' ? styles.side : styles.bottom} style={{ width, height }}>
      {children}
    </div>
  );
}

type PopoverProps = React.PropsWithChildren<Omit<ListFrameProps, 'form'>>;

/** A card beside the panel, or over it where there is no room; kept inside the window; a click elsewhere closes it. */
function Popover({ width, height, anchor, onClose, children }: PopoverProps) {
  const styles = useStyles2(getStyles);
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const panel = anchor.current?.getBoundingClientRect();
    if (panel && card.current) {
      const right = panel.right + 8;
      const left = panel.left - width - 8;
      const over = Math.max(8, Math.min(panel.left, window.innerWidth - width - 8));
      card.current.style.left = `${right + width <= window.innerWidth - 8 ? right : left >= 8 ? left : over}px`;
      card.current.style.top = `${Math.max(8, Math.min(panel.top, window.innerHeight - height - 8))}px`;
    }
  }, [anchor, width, height]);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (
        event.target instanceof Node &&
        !card.current?.contains(event.target) &&
        !anchor.current?.contains(event.target)
      ) {
        onClose();
      }
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [anchor, onClose]);
  return (
    <Portal>
      <div
        ref={card}
        className={styles.popover}
        style={{ width: `min(${width}px, calc(100vw - 16px))`, maxHeight: `min(${height}px, calc(100vh - 16px))` }}
      >
        {children}
      </div>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  side: css({ flex: 'none', borderLeft: `1px solid ${theme.colors.border.weak}` }),
  bottom: css({ flex: 'none', borderTop: `1px solid ${theme.colors.border.weak}` }),
  popover: css({
    position: 'fixed',
    display: 'flex',
    flexDirection: 'column',
    '& > *': { flex: '0 1 auto' },
    background: theme.colors.background.elevated ?? theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
    color: theme.colors.text.primary,
    overflow: 'hidden',
  }),
});
