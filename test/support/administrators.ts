/** The three administrators of 兴隆台区应急局 in the demo, and the system administrator of the bureau above it. */
export const system = 'xltyj-y1';
export const security = 'xltyj-c1';
export const audit = 'xltyj-t1';
export const bureau = 'xltsf-y1';
