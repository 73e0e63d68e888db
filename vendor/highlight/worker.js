// What runs beside the page, so that code that takes too long can be stopped: renew.mjs puts it behind highlight.js.
// It is asked for one block at a time, and answers the HTML of its colours, or null for a language that it does not know.
addEventListener('message', ({ data: { code, language } }) => {
    postMessage(hljs.getLanguage(language) ? hljs.highlight(code, { language, ignoreIllegals: true }).value : null);
});
