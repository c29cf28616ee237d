import { randomBytes } from "node:crypto";
import { uniqueNamesGenerator } from "unique-names-generator";

// Chosen by hand, since the lists that come with the generator hold words nobody wants to be called by.
const MANNERS = words(`
  Able Agile Amber Bold Brave Breezy Bright Calm Candid Cheerful Clever Cosmic Curious Daring Deft Dusty Eager Early Fabled
  Gallant Gentle Gleeful Golden Honest Humble Jolly Keen Kind Lively Lucky Mellow Merry Mighty Misty Nimble Noble Patient
  Plucky Polite Quick Quiet Rapid Rustic Sage Silver Sly Smiling Snappy Solar Steady Sunny Swift Tidy Tranquil Upbeat Valiant
  Velvet Vivid Wandering Warm Wily Witty Zesty`);
const ANIMALS = words(`
  Albatross Alpaca Antelope Armadillo Badger Beaver Bison Bobcat Capybara Caribou Chameleon Cheetah Chinchilla Condor Coyote
  Crane Dolphin Dormouse Egret Elk Ermine Falcon Ferret Finch Fox Gazelle Gecko Gibbon Hare Hawk Hedgehog Heron Ibex Jaguar
  Kestrel Kingfisher Koala Lark Lemur Lynx Manatee Marmot Marten Mole Moose Narwhal Newt Ocelot Octopus Osprey Otter Owl Panda
  Pelican Penguin Puffin Quail Quokka Rabbit Raccoon Raven Robin Salmon Seal Sparrow Starling Stoat Stork Swan Tapir Tern Toucan
  Turtle Vole Walrus Wombat Wren Yak Zebra`);

/** A name such as "Brave Otter", for somebody who has not said theirs. Always within the limits of a name. */
export function friendlyName(): string {
  return uniqueNamesGenerator({ dictionaries: [MANNERS, ANIMALS], separator: " " });
}

/** A seed for a face. */
export function randomAvatar(): string {
  return randomBytes(6).toString("hex");
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
