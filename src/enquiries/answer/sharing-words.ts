/** Whether it may be passed on, as the member reads it. */
export const sharingWords = (mayShare: boolean): string =>
  mayShare
    ? 'You may share this answer with the resident.'
    : 'Please do not share this answer with the resident as it stands.'
