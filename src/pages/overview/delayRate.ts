/** Share 0–1. A city that keeps the three lists runs at a delay rate of 8 %: from there on it is red. */
export const RED_DELAY_RATE = 0.08;
