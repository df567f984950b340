/** One request over a connection that is kept, and how many milliseconds it took; anything but 200 is an error. */
import { type Agent, request } from 'node:http'

export const ask = (agent: Agent, port: number, path: string, token: string) =>
  new Promise<number>((resolve, reject) => {
    const began = performance.now()
    request({ agent, port, path, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(performance.now() - began)
          : reject(new Error(`${path}: ${answer.statusCode}`)),
      )
    })
      .on('error', reject)
      .end()
  })
