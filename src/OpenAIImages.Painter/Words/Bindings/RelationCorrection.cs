using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Corrects relations that can only be judged after all things are bound.</summary>
internal static class RelationCorrection
{
    public static void Apply(Draft draft)
    {
        foreach (var thing in draft.Things)
        {
            Wear(thing);
            Have(thing);
            RideAlong(thing);
            Refine(thing);
            Serve(thing);
            Lift(thing);
            // "a paper boat floating on a puddle"
            thing.Pose = thing is { IsAfloat: true, Pose: Pose.Flying } ? Pose.None : thing.Pose;
            PutOnRoof(thing, draft);
        }

        EmptyPlaces(draft);
        DropMeals(draft);
        ChoosePlaces(draft);
    }

    // "a hat on a cat": the cat wears it.
    private static void Wear(Thing thing)
    {
        foreach (var (kind, wearer) in thing.Relations.ToList())
        {
            if (kind == Relation.On && thing.IsWorn && wearer.IsAnimate)
            {
                thing.Relations.Remove((kind, wearer));
                wearer.Relations.Add((Relation.Wearing, thing));
            }
        }
    }

    // 奶茶插着吸管: a lifeless thing has another thing, and does not hold it.
    private static void Have(Thing thing)
    {
        if (thing is not { IsAnimate: false, IsChinese: true })
        {
            return;
        }

        foreach (var (kind, other) in thing.Relations.ToList())
        {
            if (kind == Relation.Holding && other.IsFigure && !other.IsImplied)
            {
                thing.Relations.Remove((kind, other));
                Possession.Give(thing, other, isFull: false);
            }
        }
    }

    // 爷爷骑车载奶奶: the grandmother is on the vehicle as well. 妈妈牵着女儿走路: both walk.
    private static void RideAlong(Thing thing)
    {
        for (var index = 0; index < thing.Relations.Count; index++)
        {
            var (kind, other) = thing.Relations[index];
            var vehicle = other.Relations.Find(one => one.Kind == Relation.Riding).Other;
            if (kind == Relation.On && thing.IsAnimate && other.IsPerson && vehicle is not null)
            {
                thing.Relations[index] = (Relation.Riding, vehicle);
            }
            else if (kind == Relation.HoldingHands && thing.IsPerson && other is { IsPerson: true, Pose: Pose.None })
            {
                other.Pose = thing.Pose;
            }
        }
    }

    private static void Refine(Thing thing)
    {
        for (var index = 0; index < thing.Relations.Count; index++)
        {
            var (kind, other) = thing.Relations[index];
            thing.Relations[index] = (Refine(thing, kind, other), other);
        }
    }

    private static Relation Refine(Thing thing, Relation kind, Thing other) => kind switch
    {
        // "a girl in a red dress"
        Relation.In when thing.IsAnimate && other.IsWorn => Relation.Wearing,
        // 一双雨靴放在门口, 老板娘在店门口
        Relation.On when other.Word is "门口" or "门前" or "店门口" => Relation.Before,
        // 苹果放在盘子里
        Relation.In when other.IsOf("dish") => Relation.On,
        // "a boy on crutches"
        Relation.On when thing.IsPerson && other.IsOf("support") => Relation.Holding,
        // "a girl on roller skates"
        Relation.On when thing.IsPerson && other.IsPaired => Relation.Wearing,
        // "a man on a scooter"
        Relation.On when thing.IsAnimate && other.IsOf("ridden") => Relation.Riding,
        // 蜻蜓飞在荷花上面
        Relation.On when thing is { IsChinese: true, IsAnimate: true, Pose: Pose.Flying } => Relation.Above,
        Relation.Above when thing.Pose == Pose.Jumping => Relation.Over,
        // 跳水坑, 跳蹦床
        Relation.Over when thing.IsChinese && other.IsOf("bouncy") => Relation.On,
        // "a train crossing a bridge"
        Relation.Over when other.IsOf("bridge") && thing.Pose != Pose.Flying && thing.Pose != Pose.Jumping
            => Relation.On,
        // 围着 a tree is standing around it, 围着 a scarf is wearing it.
        Relation.Around when thing.IsAnimate && other.IsWorn => Relation.Wearing,
        // 牵着 a child is holding hands, 牵着 a dog is walking it.
        Relation.HoldingHands when !thing.IsPerson || !other.IsPerson => Relation.Beside,
        // "a house on the back of a turtle"
        Relation.Riding when !thing.IsAnimate => Relation.On,
        // 坐轮椅的老奶奶, 坐沙发
        Relation.Riding when other.IsOf("carrier") => Relation.In,
        Relation.Riding when other.IsOf("seat") => Relation.On,
        _ => kind,
    };

    // "an empty bench": nobody sits on it. An empty cage has no bird.
    private static void EmptyPlaces(Draft draft)
    {
        var missing = draft.Things.Where(thing => thing.IsEmpty).Select(thing
            => thing.Place is not null || thing.IsOf("seat") || thing.IsOf("ridden") || thing.IsOf("building")
                ? "person-standing" : thing.IsOf("birdhome") ? "bird" : null).OfType<string>().Distinct().ToList();
        foreach (var noun in missing)
        {
            if (!draft.Things.Exists(thing => thing is { IsFigure: true, IsAnimate: true } &&
                (noun == "person-standing" ? thing.IsPerson : thing.Noun == noun)))
            {
                draft.Things.Add(new Thing { Word = noun.Replace('-', ' '), Noun = noun, IsUnwanted = true });
            }
        }
    }

    // "a roast turkey, Thanksgiving dinner", 早餐：油条和包子: what is eaten is the meal.
    private static void DropMeals(Draft draft)
    {
        foreach (var meal in draft.Things.Where(thing => thing.IsOf("meal") && !thing.IsCounted))
        {
            meal.IsDropped = draft.Things.Exists(
                food => food != meal && food is { IsFigure: true, IsFood: true, IsContainer: false });
        }
    }

    // "a cactus in a pot on the windowsill": the pot stands there.
    private static void Lift(Thing thing)
    {
        var holder = thing.Relations.Find(
            one => one.Kind == Relation.In && one.Other is { IsContainer: true, IsTall: false });
        var stand = thing.Relations.FindLast(one => one.Kind == Relation.On);
        if (!thing.IsAnimate && holder.Other is { IsFigure: true } && stand.Other is { } under && under != holder.Other)
        {
            thing.Relations.Remove(stand);
            holder.Other.Relations.Add(stand);
        }
    }

    // "a cabin with smoke from the chimney": the chimney is that of the cabin.
    private static void PutOnRoof(Thing thing, Draft draft)
    {
        if (thing is { IsDefinite: true, Relations.Count: 0 } && thing.IsOf("roofpart") &&
            draft.Things.Find(one => one.IsOf("building") && one.IsFigure) is { } building)
        {
            thing.Relations.Add((Relation.On, building));
            foreach (var smoke in draft.Things.Where(one => one != thing && one.IsOf("roofpart")))
            {
                if (smoke.Relations.Remove((Relation.On, building)))
                {
                    smoke.Relations.Add((Relation.On, thing));
                }
            }
        }
    }

    // "a potion in a bottle": the drawing of the potion has a bottle.
    private static void Serve(Thing thing)
    {
        foreach (var (kind, holder) in thing.Relations)
        {
            holder.IsDropped |= kind == Relation.In && thing.IsOf("served") &&
                holder is
                {
                    IsContainer: true, IsLarge: false, IsFamily: false, IsCounted: false, Relations.Count: 0,
                    Colours.Count: 0,
                } && !holder.IsOf("store");
        }
    }

    // "on the table" is a place, "under the table" needs the table itself.
    private static void ChoosePlaces(Draft draft)
    {
        var relationsTo = draft.Things.SelectMany(one => one.Relations)
            .ToLookup(relation => relation.Other, relation => relation.Kind);
        foreach (var thing in draft.Things.Where(thing => thing.Place is not null))
        {
            // "a house under a blue sky" is not up there, nor is "a tent and the night sky".
            thing.IsDropped |= thing is { Place: "sky", Noun: null } && (relationsTo[thing].Contains(Relation.Under) ||
                thing.IsAtTime && draft.Things.Exists(one => one is { IsFigure: true, IsAloft: false }));
        }

        foreach (var thing in draft.Things.Where(thing => thing.Place is not null && thing.Noun is not null))
        {
            // "a stone table", "white clouds": what the prompt describes is a thing.
            var isDescribed = thing.Material is not (Material.None or Material.Wood) ||
                thing.Place == "sky" && (thing.IsCounted || thing.Colours.Count > 0);
            // "a classroom with desks": several desks are things, and the classroom is the place.
            isDescribed |= thing is { Place: "table", Plural: true, IsChinese: false } && !relationsTo[thing].Any();
            // 一把椅子和一张圆桌: a table among other things is one of them.
            isDescribed |= thing.Place == "table" && (thing.IsSingle || thing.IsChinese) && !relationsTo[thing].Any() &&
                draft.Things.Exists(one => one != thing && one is { IsFigure: true, Relations.Count: 0 });
            thing.IsTakenAsPlace = !thing.IsUnwanted && !isDescribed && thing.Relations.Count == 0 &&
                relationsTo[thing].All(kind => kind is Relation.On or Relation.In);
        }
    }
}
