/** For `t`: names go into sentences as they are. React escapes what it shows, and twice would show `&amp;`. */
export const AS_IT_IS = { interpolation: { escapeValue: false } };
