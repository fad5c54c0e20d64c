import { t } from '@grafana/i18n';
import { RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { textWidth } from '../data/layout';
import type { Basis } from '../data/risks';
import { basisWord } from '../sentences';

export const CONTROLS_HEIGHT = 32;

export interface Category {
  id: string;
  name: string;
}

interface ControlsProps {
  bases: Basis[];
  basis: Basis;
  onBasis: (basis: Basis) => void;
  categories: Category[];
  category: string;
  onCategory: (category: string) => void;
}

/** Width of a group of small radio buttons. */
const groupWidth = (labels: string[]) => labels.reduce((sum, label) => sum + textWidth(label, 12) + 20, 0);

/** Which switches have a use and room: the basis first, then the category. */
export function fittingControls(width: number, height: number, bases: Basis[], categories: Category[]) {
  const tall = height >= 280;
  const basisWidth = bases.length > 1 ? groupWidth(bases.map(basisWord)) : 0;
  const basis = tall && basisWidth > 0 && basisWidth <= width;
  const categoryWidth = groupWidth([t('controls.all', 'All'), ...categories.map(({ name }) => name)]);
  const category = tall && categories.length > 1 && categoryWidth + (basis ? basisWidth + 24 : 0) <= width;
  return { basis, category };
}

export function Controls(
  props: Omit<ControlsProps, 'bases' | 'categories'> & Pick<Partial<ControlsProps>, 'bases' | 'categories'>
) {
  const { bases, basis, onBasis, categories, category, onCategory } = props;
  return (
    <div style={{ display: 'flex', gap: 16, height: CONTROLS_HEIGHT, alignItems: 'flex-start' }}>
      {bases && (
        <div role="group" aria-label={t('controls.basis', 'Score')}>
          <RadioButtonGroup
            size="sm"
            options={bases.map((value) => ({ value, label: basisWord(value) }))}
            value={basis}
            onChange={onBasis}
          />
        </div>
      )}
      {categories && (
        <div role="group" aria-label={t('controls.category', 'Category')}>
          <RadioButtonGroup
            size="sm"
            options={[
              { value: '', label: t('controls.all', 'All') },
              ...categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={category}
            onChange={onCategory}
          />
        </div>
      )}
    </div>
  );
}
