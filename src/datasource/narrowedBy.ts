import type { OptionList } from './options';

/** The parts of the scope that narrow a list of options. */
export function narrowedBy(list: OptionList): Array<'units' | 'tiers' | 'domains' | 'policies'> {
  switch (list) {
    case 'units':
      return ['units', 'tiers'];
    case 'policies':
      return ['domains'];
    case 'indicators':
      return ['domains', 'policies'];
    case 'departments':
    case 'domains':
    case 'phases':
    case 'tiers':
    case 'categories':
      return [];
  }
}
