import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { PickOne } from './PickOne';

interface FakeProps {
  options: Array<{ value: string; label: string }>;
  onChange: (option: { value: string }) => void;
}

// Grafana's Combobox without its list, which needs a layout: it tells every choice twice and by the handler of its first
// rendering, as the real one does.
jest.mock('@grafana/ui', () => ({
  Combobox: function Fake({ options, onChange, ...rest }: FakeProps & { 'aria-labelledby': string }) {
    const [first] = React.useState(() => onChange);
    return (
      <div role="listbox" aria-labelledby={rest['aria-labelledby']}>
        {options.map((option) => (
          <button key={option.value} onClick={() => setTimeout(() => first(option), 10) && first(option)}>
            {option.label}
          </button>
        ))}
      </div>
    );
  },
}));

test('a choice is told when it is another, and not again', async () => {
  const heard: string[] = [];
  function Parent() {
    const [value, setValue] = useState('a');
    const choose = (next: string) => {
      heard.push(next);
      setValue(next);
    };
    const options = ['a', 'b'].map((one) => ({ value: one, label: `The ${one}` }));
    return <PickOne aria-label="Letter" options={options} value={value} onChange={choose} />;
  }
  const user = userEvent.setup();
  render(<Parent />);
  for (const choice of ['The a', 'The b', 'The b', 'The a']) {
    await user.click(screen.getByRole('button', { name: choice }));
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
  }
  expect(heard).toEqual(['b', 'a']);
});

test('a choice has its name for those who do not see it', () => {
  render(<PickOne aria-label="Letter" options={[]} value={null} onChange={() => {}} />);
  expect(screen.getByRole('listbox', { name: 'Letter' })).toBeInTheDocument();
});
