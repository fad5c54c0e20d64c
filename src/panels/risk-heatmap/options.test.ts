import { PanelOptionsEditorBuilder, standardEditorsRegistry } from '@grafana/data';
import { readGridText } from './data/grid';
import { buildOptions, DEFAULTS, gridText, type HeatmapOptions, MAPPED_ROLES, withDefaults } from './options';

// Grafana registers its editors when it starts.
standardEditorsRegistry.setInit(() =>
  ['radio', 'select', 'text', 'boolean', 'field-name'].map((id) => ({ id, name: id, editor: () => null }))
);

function items() {
  const builder = new PanelOptionsEditorBuilder<HeatmapOptions>();
  buildOptions(builder);
  return builder.getItems();
}

const valueAt = (path: string) =>
  path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], DEFAULTS);

describe('the options', () => {
  it('offer every option that there is, once', () => {
    const paths = items().map(({ path }) => path);
    const leaves = [
      ...Object.keys(DEFAULTS).filter((key) => !['grid', 'fields', 'cross', 'filter'].includes(key)),
      ...Object.keys(DEFAULTS.filter).map((key) => `filter.${key}`),
      ...Object.keys(DEFAULTS.grid).map((key) => `grid.${key}`),
      ...['row', 'column', 'value', 'calculation', 'rowOrder', 'columnOrder'].map((part) => `cross.${part}`),
      ...MAPPED_ROLES.map((role) => `fields.${role}`),
    ];
    expect([...paths].sort()).toEqual(leaves.sort());
  });

  it('start from the defaults that the panel uses', () => {
    for (const { path, defaultValue } of items()) {
      expect([path, defaultValue]).toEqual([path, valueAt(path)]);
    }
  });

  it('all have a name and stand in a category', () => {
    for (const { name, category } of items()) {
      expect(name).toBeTruthy();
      expect(category?.[0]).toBeTruthy();
    }
  });

  it('are completed where a dashboard leaves some out', () => {
    expect(withDefaults({ grid: { rows: '001,012,122' } as HeatmapOptions['grid'] })).toMatchObject({
      basis: 'current',
      grid: { rows: '001,012,122', levelWords: '' },
    });
    expect(withDefaults(undefined)).toEqual(DEFAULTS);
  });
});

describe('the grid of the options', () => {
  it('is the default one, named, where nothing is written', () => {
    const { grid } = readGridText(gridText(DEFAULTS));
    expect(grid?.likelihood[4]).toEqual({ level: 5, name: 'Very high' });
    expect(grid?.levels[2]).toEqual({ level: 2, name: 'Medium', light: 'yellow' });
  });

  it('of other levels gets no words that may not fit it', () => {
    const own = withDefaults({ grid: { ...DEFAULTS.grid, rows: '001,012,122' } });
    expect(readGridText(gridText(own)).grid?.impact[0].name).toBe('');
  });
});
