import type { TestService } from './service.ts';

type Service = Pick<TestService, 'url' | 'services'>;

let serial = 0;
/** One that nobody has guessed from. */
export const freshAddress = () => `198.51.100.${(serial += 1) % 250}`;
/** What a proxy says of whom it speaks for. */
export const from = (address: string) => ({ 'x-forwarded-for': address });

export async function addPatron({ services }: Service, email?: string) {
  const cardNumber = `5000${(serial += 1)}`;
  const { _id: id } = await services.accounts.add({
    cardNumber,
    name: 'Aino Ahola',
    birthDate: '1990-05-17',
    municipality: 'lahti',
    contact: { email },
    language: 'fi',
    pin: '1234',
  });
  return { id, cardNumber };
}

/** Has a wait that has begun last long enough for the test to go on. */
export const prolong = ({ services: { connections } }: Service, key: string) =>
  connections.redis.expire(`${connections.names.keys}:login-waits:${key}`, 60);

export async function forgetGuesses({ services: { connections } }: Service) {
  const { redis, names } = connections;
  await redis.del('none', ...(await redis.keys(`${names.keys}:login-*`)));
}
