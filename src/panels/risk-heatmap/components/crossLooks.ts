/** Colours of a heat grid's cells; text on them always at 4.5 : 1 or better. */
import {
  FieldColorModeId,
  type Field,
  FieldType,
  getDisplayProcessor,
  type GrafanaTheme2,
  MappingType,
} from '@grafana/data';
import { type Light } from '../../../status/statuses';
import type { CrossCell, CrossTable } from '../data/crossTable';
import { levelColors, textOn } from '../data/palette';

export interface CrossLook {
  /** Opaque background; null: an outline only. */
  fill: string | null;
  text: string;
}

const GREEN_YELLOW_RED = (['green', 'yellow', 'red'] as const).map((light, level) => ({ level, name: '', light }));

/** The look of each cell: a light has the grid's colours, a number or a mapped word those of its field's options. */
export function looksOf(table: CrossTable, theme: GrafanaTheme2, timeZone: string): (cell?: CrossCell) => CrossLook {
  const levels = levelColors(GREEN_YELLOW_RED, theme);
  const lights = new Map<Light, CrossLook>(
    GREEN_YELLOW_RED.map(({ level, light }) => [
      light,
      { fill: levels.get(level)!.fill, text: levels.get(level)!.text },
    ])
  );
  const none: CrossLook = { fill: null, text: theme.colors.text.disabled };
  const grey: CrossLook = { fill: null, text: theme.colors.text.secondary };
  const ofNumber = numberLook(table, theme, timeZone);
  const ofWord = wordLook(table, theme);
  return (cell) => {
    if (!cell) {
      return none;
    }
    if (table.measure === 'word') {
      return ofWord(cell.worst) ?? grey;
    }
    if (cell.light) {
      return lights.get(cell.light) ?? grey;
    }
    return cell.value === null ? grey : ofNumber(cell.value);
  };
}

/**
 * Numbers are coloured by the field's colour scheme, thresholds and limits, scaled over the grid's cells: a cell may
 * hold the sum of several values.
 */
export function numberLook(table: CrossTable, theme: GrafanaTheme2, timeZone: string): (value: number) => CrossLook {
  const values = table.cells.flatMap((row) => row.map((cell) => cell?.value ?? null));
  const config = table.valueField?.config ?? {};
  const color = config.color ?? { mode: FieldColorModeId.ContinuousBlues };
  const field = { name: 'value', type: FieldType.number, config: { ...config, color }, values } as Field;
  const display = getDisplayProcessor({ field, theme, timeZone });
  const known = new Map<number, CrossLook>();
  return (value) => {
    const look = known.get(value) ?? opaque(display(value).color ?? theme.colors.text.secondary, theme);
    known.set(value, look);
    return look;
  };
}

function opaque(color: string, theme: GrafanaTheme2): CrossLook {
  const fill = theme.visualization.getColorByName(color);
  return { fill, text: textOn(fill) };
}

/** The colour that the field's value mappings give a word. */
function wordLook(table: CrossTable, theme: GrafanaTheme2): (word: string) => CrossLook | undefined {
  const known = new Map<string, CrossLook>();
  table.valueField?.config.mappings?.forEach((map) => {
    if (map.type === MappingType.ValueToText) {
      Object.entries(map.options).forEach(([word, { color }]) => color && known.set(word, opaque(color, theme)));
    }
  });
  return (word) => known.get(word);
}
