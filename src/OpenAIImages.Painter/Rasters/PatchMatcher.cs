using System.Runtime.CompilerServices;
namespace OpenAIImages.Painter.Rasters;

/// <summary>Finds, for each pixel of a hole, a pixel outside to copy, so that the hole looks like its
/// surroundings.</summary>
/// <remarks>
/// Follows PatchMatch (Barnes and others, 2009): tries random guesses, then the matches of neighbours, then guesses
/// around the best match. It works on a small picture. The caller takes the details from the large one.
/// </remarks>
internal sealed class PatchMatcher
{
    private const int Reach = 3;
    private const float OwnVote = 6;
    private const float OwnVoteInTheEnd = 40;

    // Sky is up and ground is down, so a pixel from far above or below has to fit much better.
    private const float Layered = 9e6f;

    private const int Sweeps = 3;

    private readonly float[] _colours;
    private readonly bool[] _holes;
    private readonly bool[] _usable;
    private readonly int _width;
    private readonly int _height;
    private readonly int[] _found;
    private readonly float[] _cost;
    private uint _random;

    public PatchMatcher(float[] colours, bool[] holes, int width, int height, uint seed)
    {
        (_colours, _holes, _width, _height, _random) = (colours, holes, width, height, seed | 1);
        _found = new int[holes.Length];
        _cost = new float[holes.Length];
        _usable = new bool[holes.Length];
        for (var y = Reach; y < height - Reach; y++)
        {
            for (var x = Reach; x < width - Reach; x++)
            {
                _usable[y * width + x] = IsWhole(x, y);
            }
        }
    }

    /// <summary>Gives, for each pixel of the hole, the index of the pixel to copy; null when no pixel is usable.
    /// </summary>
    /// <param name="coarse">The matches on a picture of half the size; null on the smallest picture.</param>
    /// <param name="rounds">The number of rounds of search and copy.</param>
    public int[]? Match(int[]? coarse, int rounds)
    {
        var targets = Enumerable.Range(0, _holes.Length).Where(pixel => _holes[pixel]).ToArray();
        if (!_usable.Contains(true))
        {
            return null;
        }

        foreach (var pixel in targets)
        {
            _found[pixel] = coarse is null ? Guess(pixel) : Finer(pixel, coarse);
        }

        if (coarse is not null)
        {
            Copy(targets, OwnVote);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var pixel in targets)
            {
                _cost[pixel] = Cost(pixel, _found[pixel], float.MaxValue);
            }

            for (var sweep = 0; sweep < Sweeps; sweep++)
            {
                Sweep(targets, sweep % 2 == 0 ? 1 : -1);
            }

            // The mean of many pixels is soft, so in the last round each pixel nearly equals its match.
            Copy(targets, round == rounds - 1 ? OwnVoteInTheEnd : OwnVote);
        }

        return _found;
    }

    // Four pixels start from the match of the one pixel that represents them at half the size.
    private int Finer(int pixel, int[] coarse)
    {
        var (y, x) = Math.DivRem(pixel, _width);
        var half = (_width + 1) / 2;
        var from = coarse[y / 2 * half + x / 2];
        var (toX, toY) = (from % half * 2 + x % 2, from / half * 2 + y % 2);
        var candidate = Math.Min(toY, _height - 1) * _width + Math.Min(toX, _width - 1);

        return _usable[candidate] ? candidate : Guess(pixel);
    }

    private bool IsWhole(int x, int y)
    {
        for (var row = y - Reach; row <= y + Reach; row++)
        {
            if (_holes.AsSpan(row * _width + x - Reach, Reach * 2 + 1).Contains(true))
            {
                return false;
            }
        }

        return true;
    }

    // Pictures are alike along their rows, so a pixel at the same height suits better.
    private int Guess(int pixel)
    {
        var y = pixel / _width;
        for (var attempt = 0; attempt < 400; attempt++)
        {
            var spread = 6 + attempt / 4;
            var row = Math.Clamp(y + Below(spread * 2 + 1) - spread, 0, _height - 1);
            var candidate = row * _width + Below(_width);
            if (_usable[candidate])
            {
                return candidate;
            }
        }

        return Array.IndexOf(_usable, true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sweep(int[] targets, int step)
    {
        for (var number = 0; number < targets.Length; number++)
        {
            var pixel = targets[step > 0 ? number : targets.Length - 1 - number];
            TryNeighbour(pixel, pixel - step, step);
            TryNeighbour(pixel, pixel - step * _width, step * _width);
            for (var around = Math.Max(_width, _height) / 3; around >= 1; around /= 2)
            {
                var x = _found[pixel] % _width + Below(around * 2 + 1) - around;
                var y = _found[pixel] / _width + (Below(around * 2 + 1) - around) / 2;
                if (x >= 0 && y >= 0 && x < _width && y < _height)
                {
                    Try(pixel, y * _width + x);
                }
            }
        }
    }

    private void TryNeighbour(int pixel, int neighbour, int step)
    {
        if (neighbour >= 0 && neighbour < _holes.Length && _holes[neighbour])
        {
            Try(pixel, _found[neighbour] + step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Try(int pixel, int candidate)
    {
        if (candidate < 0 || candidate >= _usable.Length || !_usable[candidate])
        {
            return;
        }

        var cost = Cost(pixel, candidate, _cost[pixel]);
        if (cost < _cost[pixel])
        {
            (_found[pixel], _cost[pixel]) = (candidate, cost);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Cost(int pixel, int candidate, float limit)
    {
        var (y, x) = Math.DivRem(pixel, _width);
        var climb = (candidate / _width - y) / (float)_height;
        var cost = climb * climb * Layered;
        for (var row = -Reach; row <= Reach && cost < limit; row++)
        {
            var line = Math.Clamp(y + row, 0, _height - 1) * _width;
            for (var column = -Reach; column <= Reach; column++)
            {
                var here = line + Math.Clamp(x + column, 0, _width - 1);
                var there = (candidate + row * _width + column) * 3;
                var red = _colours[here * 3] - _colours[there];
                var green = _colours[here * 3 + 1] - _colours[there + 1];
                var blue = _colours[here * 3 + 2] - _colours[there + 2];
                // Known pixels count more than filled ones.
                cost += (red * red + green * green + blue * blue) * (_holes[here] ? 1 : 4);
            }
        }

        return cost;
    }

    // Each pixel becomes the mean of the colours that its match and its neighbours' matches propose.
    private void Copy(int[] targets, float own)
    {
        var copied = new float[targets.Length * 3];
        Parallel.For(0, targets.Length, number => Vote(targets[number], copied.AsSpan(number * 3, 3), own));
        for (var number = 0; number < targets.Length; number++)
        {
            copied.AsSpan(number * 3, 3).CopyTo(_colours.AsSpan(targets[number] * 3));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Vote(int pixel, Span<float> mean, float own)
    {
        var (y, x) = Math.DivRem(pixel, _width);
        var votes = 0f;
        for (var row = -Reach; row <= Reach; row++)
        {
            for (var column = -Reach; column <= Reach; column++)
            {
                var (toX, toY) = (x + column, y + row);
                if (toX < 0 || toY < 0 || toX >= _width || toY >= _height || !_holes[toY * _width + toX])
                {
                    continue;
                }

                var from = (_found[toY * _width + toX] - row * _width - column) * 3;
                var vote = row == 0 && column == 0 ? own : 1;
                votes += vote;
                for (var channel = 0; channel < 3; channel++)
                {
                    mean[channel] += _colours[from + channel] * vote;
                }
            }
        }

        for (var channel = 0; channel < 3; channel++)
        {
            mean[channel] /= votes;
        }
    }

    // A few million numbers are needed, and speed matters more than quality, so this class has its own generator.
    private int Below(int limit)
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        _random ^= _random << 5;

        return (int)(_random % (uint)limit);
    }
}
