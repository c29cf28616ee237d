import { speakLater } from "../later-texts";
import { laterTexts } from "./later";

speakLater(laterTexts);
