import { errorSentence } from './errorSentence';

describe('a failed request is told', () => {
  test('in the backend’s own sentence', () => {
    const refused = {
      status: 400,
      data: { message: 'The jurisdiction is not set: choose one.', error: 'Bad Request' },
    };
    expect(errorSentence(refused)).toBe('The jurisdiction is not set: choose one.');
  });

  test('in the sentence of an Error', () => {
    expect(errorSentence(new Error('The plugin was not found: install it.'))).toBe(
      'The plugin was not found: install it.'
    );
  });

  test.each([[undefined], [null], [{ status: 502, data: null }], [{ data: { message: ' ' } }], ['lost']])(
    'with what to do where %p says nothing',
    (error) => {
      expect(errorSentence(error)).toMatch(/check its address and password in its settings/);
    }
  );
});
