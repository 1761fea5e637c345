export const trunk = {
  label: 'Trunk',
  byPbx: 'Automatic',
  byPbxNote: 'the PBX’s dial plan chooses',
  state: {
    ok: 'Works',
    unavailable: 'Not available',
    deactivated: 'Switched off',
    removed: 'Removed',
    unknown: 'Not known',
  },
  told: '{{state}}, told {{age}}',
  showAll: 'Show trunks',
  loading: 'Reading the trunks…',
  notPermitted: 'This API account may not list trunks. Type the name by hand.',
  failed: 'The trunks could not be read. Type the name by hand.',
  none: 'This PBX has no trunks. Leave it empty.',
  useTyped: 'Type a trunk name to use it',
};
