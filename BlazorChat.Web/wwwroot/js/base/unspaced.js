/** Letters of scripts that are written without spaces, where words end without a sign: for a class of a regular expression. The server's are in Script.cs. */
export const UNSPACED = '\u0e00-\u109f\u1780-\u17ff\u3040-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uffdc';
