/** Whether the desktop is one that hands keys to the programs it chooses, instead of to whoever asks first. */
export function isWayland(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform !== 'linux') return false;
  const { XDG_SESSION_TYPE: session = '', WAYLAND_DISPLAY: display = '' } = environment;
  return session === '' ? display !== '' : session === 'wayland';
}
