/** Whether somebody has seen the tour, or does not want to: kept in this browser, for each person. */
const place = (person: string) => `sanxiang.tour.${person}`;

export function hasSeenTour(person: string): boolean {
  return localStorage.getItem(place(person)) !== null;
}

export function rememberTour(person: string): void {
  localStorage.setItem(place(person), 'seen');
}
