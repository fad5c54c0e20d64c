import { migrate } from './migrations';

describe('a dashboard of an earlier version', () => {
  it('keeps its arrows: those of the selection, or none', () => {
    expect(migrate({ options: { basis: 'residual', arrows: true } })).toEqual({
      basis: 'residual',
      arrows: 'selection',
    });
    expect(migrate({ options: { arrows: false } })).toEqual({ arrows: 'none' });
  });

  it('gets the defaults for what it did not say', () => {
    expect(migrate({ options: { form: 'cross' } })).toEqual({ form: 'cross' });
    expect(migrate({ options: undefined as unknown as object })).toEqual({});
  });

  it('of this version stays as it is, however often it is opened', () => {
    const options = { arrows: 'all', compare: false } as const;
    expect(migrate({ options: migrate({ options }) })).toEqual(options);
  });
});
