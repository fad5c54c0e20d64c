import React from 'react';
import { useTheme2 } from '@grafana/ui';
import type { Gauge } from '../data/gauges';
import { type Note, notesOf } from '../words/sentences';

interface NoteShapeProps {
  note: Note;
  size?: number;
}

/** A small mark that explains itself in the tooltip: a clock, two arrows apart, a pencil, a moved flag. */
export function NoteShape({ note, size = 13 }: NoteShapeProps) {
  const color = useTheme2().colors.text.secondary;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" style={{ flex: 'none' }} aria-hidden>
      <path d={PATHS[note]} fill="none" stroke={color} strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

const PATHS: Record<Note, string> = {
  stale: 'M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0-11.6M8 5v3.3l2.3 1.5',
  methods_disagree: 'M8 14V9L3 3M3 7V3h4M8 9l5-6M13 7V3H9',
  revised: 'M3 13l.8-3L11 2.8l2.2 2.2L6 12.2zM9.4 4.4l2.2 2.2',
  target_changed: 'M4 14V2.5h7.5L9.4 5.2l2.1 2.8H4M8 14h5M11 12l2 2-2 2',
};

export function Notes({ gauge }: { gauge: Gauge }) {
  return (
    <>
      {notesOf(gauge).map((note) => (
        <NoteShape key={note} note={note} />
      ))}
    </>
  );
}
