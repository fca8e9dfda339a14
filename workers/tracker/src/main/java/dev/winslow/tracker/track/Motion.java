package dev.winslow.tracker.track;

/** Place and velocity along one axis, by a Kalman filter with constant velocity and white acceleration; in frames and pixels. */
final class Motion {
    private double place;
    private double velocity;
    private double placeVariance;
    private double covariance;
    private double velocityVariance;

    Motion(double place, double placeVariance, double velocityVariance) {
        this.place = place;
        this.placeVariance = placeVariance;
        this.velocityVariance = velocityVariance;
    }

    void predict(double accelerationVariance) {
        place += velocity;
        placeVariance += 2 * covariance + velocityVariance + accelerationVariance / 4;
        covariance += velocityVariance + accelerationVariance / 2;
        velocityVariance += accelerationVariance;
    }

    void update(double measured, double variance) {
        double sum = placeVariance + variance;
        double placeGain = placeVariance / sum;
        double velocityGain = covariance / sum;
        double surprise = measured - place;
        place += placeGain * surprise;
        velocity += velocityGain * surprise;
        velocityVariance -= velocityGain * covariance;
        covariance *= 1 - placeGain;
        placeVariance *= 1 - placeGain;
    }

    double place() {
        return place;
    }

    double velocity() {
        return velocity;
    }
}
