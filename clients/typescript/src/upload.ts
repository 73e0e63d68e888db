import { asChatError } from './errors.js';
import type { Http } from './http.js';
import { newId } from './ids.js';
import { Backoff, rest, type Timing } from './timing.js';
import type { Message } from './types.js';

const PIECE = 1024 * 1024;
const MOST_SETBACKS = 2;

/** A file to be posted as a message. */
export interface NewFile {
    room_id: string;
    file: Blob;
    /** Its name; a `File` has one already. */
    file_name?: string;
    message?: string;
    /** Makes it safe to post it again. */
    client_id?: string;
    reply_to?: string;
}

/** How an upload is followed. */
export interface UploadOptions {
    /** Told how many bytes the server has. */
    onProgress?: (bytes: number) => void;
    signal?: AbortSignal | undefined;
}

/**
 * Brings a file to the server piece by piece and posts it. When the line breaks it goes on from where the server stands.
 * @throws {ChatError} If it was refused.
 */
export async function postFile(http: Http, what: NewFile, { onProgress, signal }: UploadOptions, timing: Timing): Promise<Message> {
    const { file } = what;
    const backoff = new Backoff(timing);
    const clientId = what.client_id ?? newId();
    let stands: Upload | null = null;
    let isKnown = false;
    for (let setbacks = 0; ;) {
        try {
            if (!stands) stands = await http.request<Upload>('POST', '/chat/uploads', { body: { size: file.size }, signal });
            else if (!isKnown) stands = await http.request<Upload>('GET', `/chat/uploads/${stands.upload_id}`, { signal });
            else if (stands.offset < file.size) stands = await send(http, file, stands, signal);
            else return (await http.request<Sent>('POST', '/chat/files', { body: form(what, stands, clientId), signal })).message;
            isKnown = true;
            backoff.reset();
            onProgress?.(stands.offset);
        } catch (error) {
            if (signal?.aborted) throw signal.reason;
            const why = asChatError(error);
            if (why.mayPass) await rest(backoff.next(why.retryAfter), signal);
            // The upload is gone, or stands elsewhere than we thought.
            else if (!stands || ++setbacks > MOST_SETBACKS || (why.status !== 404 && why.status !== 409)) throw why;
            else if (why.status === 404) stands = null;
            isKnown = why.mayPass && stands?.offset === file.size;
        }
    }
}

interface Upload {
    upload_id: string;
    offset: number;
}

interface Sent {
    message: Message;
}

function send(http: Http, file: Blob, { upload_id, offset }: Upload, signal?: AbortSignal): Promise<Upload> {
    return http.request<Upload>('PATCH', `/chat/uploads/${upload_id}?offset=${offset}`, {
        body: file.slice(offset, offset + PIECE), headers: { 'Content-Type': 'application/octet-stream' }, signal,
    });
}

function form(what: NewFile, { upload_id }: Upload, clientId: string): FormData {
    const body = new FormData();
    const fields = {
        room_id: what.room_id, upload_id, file_name: what.file_name ?? (what.file as File).name ?? 'file', message: what.message,
        client_id: clientId, reply_to: what.reply_to,
    };
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.set(name, value);
    return body;
}
