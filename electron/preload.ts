import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type EventChannel, heardBy, type RequestChannel, requestChannels } from '../shared/ipc/channels.ts';
import type { DialerBridge, EventPayload } from '../shared/ipc/contract.ts';

/** The page gets two functions that know our channel names and nothing of Electron: no event object, no other channel. */
const bridge: DialerBridge = {
  request: (channel, input) => {
    if (!(requestChannels as readonly RequestChannel[]).includes(channel)) {
      return Promise.reject(new Error('Unknown request'));
    }
    return ipcRenderer.invoke(channel, input);
  },
  subscribe: <C extends EventChannel>(channel: C, listener: (payload: EventPayload<C>) => void) => {
    if (!Object.hasOwn(heardBy, channel)) throw new Error('Unknown event');
    const pass = (_event: IpcRendererEvent, payload: EventPayload<C>) => listener(payload);
    ipcRenderer.on(channel, pass);
    return () => {
      ipcRenderer.removeListener(channel, pass);
    };
  },
};

contextBridge.exposeInMainWorld('dialer', bridge);
