import { commonLight, countLights, judged, lightsOf } from './lights';

const lights = (green: number, yellow: number, red: number, grey = 0) => ({ green, yellow, red, grey });

test('the light that most of the judged show stands for all', () => {
  expect(commonLight(lights(5, 2, 1))).toBe('green');
  expect(commonLight(lights(1, 5, 2))).toBe('yellow');
  expect(commonLight(lights(1, 2, 5))).toBe('red');
});

test('of equals the worse one counts', () => {
  expect(commonLight(lights(3, 3, 3))).toBe('red');
  expect(commonLight(lights(3, 3, 1))).toBe('yellow');
});

test('what is not known is never counted as good', () => {
  expect(commonLight(lights(0, 0, 0, 9))).toBe('grey');
  expect(commonLight(lights(1, 0, 2, 90))).toBe('red');
  expect(judged(lights(1, 2, 3, 90))).toBe(6);
});

test('rows are counted by their light, a word that is none as grey', () => {
  expect(countLights([{ light: 'red' }, { light: 'red' }, { light: 'green' }, { light: 'blue' }, {}])).toEqual(
    lights(1, 0, 2, 2)
  );
  expect(lightsOf(undefined)).toEqual(lights(0, 0, 0, 0));
});
