export async function publishPerformance(): Promise<void> {}
