import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
    plugins: [vue()],
    base: './',
    // The client is a folder beside this one, with a Vue of its own for its tests. There must be one Vue in an app.
    resolve: { dedupe: ['vue'] },
});
