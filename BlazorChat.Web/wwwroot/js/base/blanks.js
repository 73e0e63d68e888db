/** A text as the server keeps it: without blank lines before and blanks after, but with the first line's indentation. */
export const withoutBlankEnds = text => text.replaceAll('\r\n', '\n').trimEnd().replace(/^(?:\s*\n)+/, '');

/** Whether there is nothing to see in a text, as the server sees it: blank letters and format characters do not count. */
export const isBlank = text => !/[^\s\p{Cc}\p{Cf}\ufe0e\ufe0f\u115f\u1160\u2800\u3164\uffa0]/u.test(text);
