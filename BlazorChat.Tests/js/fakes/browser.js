/** Locks and channels as the tabs of one browser share them. */
export class FakeBrowser {
    #holders = new Map();
    #channels = [];

    /** What one tab gets; `suspended` tabs hear nothing and answer nothing, and keep their locks. */
    tab() {
        const tab = { suspended: false, mine: [] };
        tab.locks = { request: (name, options, act) => this.#request(tab, name, options, act) };
        tab.openChannel = name => this.#channel(tab, name);
        tab.close = () => {
            tab.suspended = true;
            for (const letGo of tab.mine) letGo();
        };
        return tab;
    }

    #request(tab, name, { signal, steal }, act) {
        const queue = this.#holders.get(name) ?? [];
        this.#holders.set(name, queue);
        return new Promise((resolve, reject) => {
            const one = { reject, grant: () => act().then(resolve) };
            const leave = () => {
                const held = queue[0] === one;
                queue.splice(queue.indexOf(one), 1);
                if (held) queueMicrotask(() => queue[0]?.grant());
            };
            signal?.addEventListener('abort', () => {
                leave();
                reject(signal.reason);
            });
            tab.mine.push(() => queue.includes(one) && leave());
            if (steal) queue.shift()?.reject(new DOMException('Stolen', 'AbortError'));
            if (steal) queue.unshift(one);
            else queue.push(one);
            if (queue[0] === one) queueMicrotask(() => one.grant());
        });
    }

    #channel(tab, name) {
        const channel = {
            onmessage: null,
            postMessage: data => {
                if (tab.suspended) return;
                const copy = structuredClone(data);
                for (const other of this.#channels)
                    if (other.name === name && other.tab !== tab && !other.tab.suspended)
                        queueMicrotask(() => other.channel.onmessage?.({ data: copy }));
            },
        };
        this.#channels.push({ tab, name, channel });
        return channel;
    }
}
