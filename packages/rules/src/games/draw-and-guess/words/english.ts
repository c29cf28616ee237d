import type { WordList } from "./word-list.js";

const ANIMALS = `
  ant, bat, bear, beaver, bee, beetle, bull, camel, caterpillar, chicken, cobra, cow, crab,
  crocodile, crow, deer, dinosaur, dog, dolphin, donkey, dragon, dragonfly, duck, eagle, elephant,
  flamingo, fly, fox, frog, giraffe, goat, goldfish, gorilla, hamster, hedgehog, hippo, horse,
  jellyfish, kangaroo, koala, ladybird, lion, lizard, llama, lobster, monkey, moose, mosquito,
  mouse, octopus, ostrich, otter, owl, panda, parrot, peacock, pelican, penguin, pig, pigeon,
  polar bear, pony, pufferfish, rabbit, raccoon, rat, reindeer, rhino, rooster, scorpion,
  sea horse, seagull, seal, shark, sheep, shrimp, skunk, sloth, spider, squid, squirrel, starfish,
  swan, swordfish, tadpole, tiger, toad, turkey, turtle, unicorn, walrus, wasp, whale, wolf, worm,
  zebra
`;

const FOOD = `
  asparagus, avocado, bacon, bagel, biscuit, bread, broccoli, burger, cabbage, carrot, cauliflower,
  cheese, chips, chocolate, coconut, corn, croissant, cucumber, doughnut, egg, fried egg, garlic,
  grapes, honey, hot dog, jam, kiwi, lemon, lollipop, melon, milk, mustard, noodles, olive, onion,
  orange juice, pancake, peach, peanut, pear, peas, pepper, pickle, pineapple, popcorn, potato,
  pretzel, pumpkin, radish, raspberry, salad, sandwich, sausage, soup, spaghetti, strawberry,
  sushi, taco, tea, tomato, waffle, watermelon
`;

const HOME = `
  alarm clock, armchair, basket, bathtub, blanket, blender, broom, bucket, candlestick, carpet,
  chimney, comb, cooker, cradle, cupboard, curtain, cushion, desk, dishwasher, drawer, fan, fence,
  fireplace, fork, frying pan, fridge, garage, hammock, iron, jug, kettle, knife, letterbox,
  light bulb, lock, mirror, oven, pan, piano, pillow, plate, plug, radiator, roof, scissors, shelf,
  shower, sink, soap, sofa, spoon, stairs, sponge, swing, tap, teapot, telephone, television,
  toaster, toilet, toothbrush, towel, vacuum cleaner, vase, wardrobe, washing machine
`;

const THINGS = `
  accordion, anchor, axe, backpack, bandage, barrel, battery, bell, binoculars, bone, boomerang,
  bow tie, box, briefcase, brush, button, calculator, calendar, camera, cannon, cassette, chain,
  coin, compass, computer, crayon, crown, crutch, cymbals, diamond, dice, drill, drum, dustbin,
  earring, feather, fishing rod, flute, football, glove, glue, guitar, hairdryer, hammer,
  handcuffs, harp, headphones, helmet, hourglass, joystick, jigsaw, keyboard, lipstick, magnet,
  map, mask, match, medal, megaphone, microphone, microscope, nail, needle, newspaper, notebook,
  padlock, paintbrush, paperclip, parachute, pencil, pipe, present, puppet, purse, racket, radio,
  ring, robot, rope, ruler, saw, saxophone, screwdriver, shovel, skateboard, skis, sledge, spanner,
  stamp, stethoscope, suitcase, syringe, target, teddy bear, telescope, tent, thermometer, torch,
  treasure chest, trophy, trumpet, tyre, violin, wallet, watch, watering can, whistle, wheelchair,
  xylophone, yo-yo
`;

const CLOTHES = `
  apron, belt, bikini, boot, bracelet, cap, coat, dress, high heel, hood, jacket, jeans, jumper,
  mitten, necklace, pocket, pyjamas, sandal, scarf, shirt, shoe, shorts, skirt, slipper, sock,
  sunglasses, tie, trousers, zip
`;

const PEOPLE = `
  alien, angel, artist, astronaut, baby, beard, bride, chef, clown, cowboy, dentist, detective,
  devil, diver, doctor, dwarf, farmer, firefighter, giant, hairdresser, judge, juggler, king,
  knight, magician, mermaid, monster, moustache, mummy, ninja, nurse, pilot, pirate, policeman,
  postman, prince, princess, queen, santa, scarecrow, skeleton, soldier, superhero, tooth fairy,
  vampire, waiter, witch, wizard, zombie
`;

const BODY = `
  ankle, arm, back, brain, chin, ear, elbow, eyebrow, finger, foot, footprint, hair, hand, knee,
  leg, lips, mouth, muscle, nose, shoulder, skull, thumb, toe, tongue, tooth
`;

const PLACES = `
  airport, barn, beach, bridge, bus stop, campfire, car park, castle, cave, church, cinema, city,
  desert, factory, farm, fountain, garden, graveyard, hospital, hotel, igloo, island, jungle, lake,
  library, lighthouse, museum, park, playground, prison, pyramid, restaurant, river, road,
  roundabout, school, skyscraper, stadium, supermarket, swimming pool, tower, traffic light,
  tunnel, village, volcano, waterfall, well, windmill, zoo
`;

const TRAVEL = `
  aeroplane, ambulance, bicycle, bulldozer, bus, canoe, caravan, digger, fire engine, helicopter,
  hot air balloon, lorry, motorbike, police car, racing car, raft, roller skates, rowing boat,
  scooter, ship, space station, submarine, taxi, tractor, train, tram, truck, unicycle, van,
  wheelbarrow, yacht
`;

const NATURE = `
  acorn, bonfire, branch, bush, comet, coral, earth, fire, grass, hail, hill, iceberg, icicle,
  leaf, lightning, log, meteor, palm tree, pebble, planet, puddle, rain, raindrop, root, rose,
  sand, sandcastle, saturn, seashell, seaweed, snowflake, spider web, storm, sunflower, sunrise,
  sunset, thorn, tornado, tulip, wave, wind
`;

const DOINGS = `
  archery, baking, ballet, boxing, camping, climbing, cooking, cycling, dancing, diving, dreaming,
  fencing, fishing, football match, gardening, golf, haircut, hiking, hopscotch, jogging, juggling,
  kissing, knitting, laughing, painting, picnic, reading, sailing, shopping, shouting, singing,
  skating, skiing, skipping, sleeping, sneezing, snowball fight, surfing, swimming, tennis,
  thinking, tug of war, waving, wedding, weightlifting, yawning
`;

export const english: WordList = {
  simple: {
    apple: "apple",
    arrow: "arrow",
    balloon: "balloon",
    banana: "banana",
    bed: "bed",
    boat: "boat",
    book: "book",
    bottle: "bottle",
    butterfly: "butterfly",
    cactus: "cactus",
    cake: "cake",
    candle: "candle",
    car: "car",
    cat: "cat",
    chair: "chair",
    cherry: "cherry",
    clock: "clock",
    cloud: "cloud",
    cup: "cup",
    door: "door",
    envelope: "envelope",
    eye: "eye",
    fish: "fish",
    flag: "flag",
    flower: "flower",
    ghost: "ghost",
    glasses: "glasses",
    hat: "hat",
    heart: "heart",
    house: "house",
    "ice-cream": "ice cream",
    key: "key",
    kite: "kite",
    ladder: "ladder",
    lamp: "lamp",
    moon: "moon",
    mountain: "mountain",
    mushroom: "mushroom",
    pizza: "pizza",
    rainbow: "rainbow",
    rocket: "rocket",
    snail: "snail",
    snake: "snake",
    snowman: "snowman",
    star: "star",
    sun: "sun",
    table: "table",
    tree: "tree",
    umbrella: "umbrella",
    window: "window",
  },
  others: [ANIMALS, FOOD, HOME, THINGS, CLOTHES, PEOPLE, BODY, PLACES, TRAVEL, NATURE, DOINGS].flatMap(
    wordsOf,
  ),
  articles: ["a", "an", "the"],
};

function wordsOf(text: string): string[] {
  return text.split(",").map((word) => word.trim());
}
