import { asRoom } from '#platform/room'
import { freeSlotsRoutes } from './free-slots.routes.ts'

export const room = asRoom({ name: 'free-slots', routes: freeSlotsRoutes })
